import { BoardSkeleton } from "@/components/curation/board-skeleton";

export default function Loading() {
  return <BoardSkeleton />;
}
