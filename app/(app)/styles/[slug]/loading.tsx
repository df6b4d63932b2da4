import { LoadingRows } from "@/components/shell/loading-rows";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Skeleton } from "@/components/ui/skeleton";

export default function LoadingStyle() {
  return (
    <>
      <PageHeader title={<Skeleton className="h-4 w-40" />} />
      <PageBody className="max-w-4xl">
        <LoadingRows rows={6} label="Loading the categories" />
      </PageBody>
    </>
  );
}
