import { LoadingRows } from "@/components/shell/loading-rows";

export default function LoadingGoldenCategory() {
  return (
    <div className="px-6 pt-16 phone:px-4">
      <LoadingRows rows={10} label="Loading the playlist" />
    </div>
  );
}
