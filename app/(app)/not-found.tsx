import Link from "next/link";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export default function NotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <PageBody>
        <Empty
          title="There is nothing at this address"
          action={
            <>
              <Button asChild look="primary">
                <Link href="/home">Home</Link>
              </Button>
              <Button asChild>
                <Link href="/styles">All styles</Link>
              </Button>
            </>
          }
        >
          The style, week or playlist does not exist, or it is not yours. Weeks are written like
          2026-W46.
        </Empty>
      </PageBody>
    </>
  );
}
