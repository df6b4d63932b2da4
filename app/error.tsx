"use client";

import { PageProblem } from "@/components/shell/page-problem";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[36rem] content-center px-6">
      <PageProblem error={error} retry={retry} titleAs="h1" />
    </main>
  );
}
