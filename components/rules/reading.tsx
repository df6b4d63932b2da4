import { LoadingRows } from "@/components/shell/loading-rows";

/** A list beside the rules that is on its way. */
export function Reading() {
  return (
    <div className="px-4 pt-2">
      <LoadingRows rows={4} label="Reading" />
    </div>
  );
}
