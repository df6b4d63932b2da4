"use client";

import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { PageProblem } from "@/components/shell/page-problem";

export default function AppError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <PageHeader title="Not loaded" />
      <PageBody>
        <PageProblem error={error} retry={retry} />
      </PageBody>
    </>
  );
}
