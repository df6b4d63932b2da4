import Link from "next/link";
import { Mark } from "@/components/shell/mark";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[36rem] content-center px-6">
      <Mark className="size-7" />
      <Empty
        title="There is nothing at this address"
        titleAs="h1"
        action={
          <Button asChild look="primary">
            <Link href="/home">Home</Link>
          </Button>
        }
      >
        The link may be old, or a letter of it got lost.
      </Empty>
    </main>
  );
}
