import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

type Props = { filtered: boolean; inHistory: boolean; onClear: () => void };

/** No job to show: none fits, none is that old, or none was ever asked for. */
export function ActivityEmpty({ filtered, inHistory, onClear }: Props) {
  if (filtered || inHistory) {
    return (
      <Empty
        title={filtered ? "No job fits" : "Nothing is older"}
        action={<Button onClick={onClear}>Show all</Button>}
      >
        Jobs are remembered for 90 days.
      </Empty>
    );
  }
  return (
    <Empty
      title="Nothing has run yet"
      action={
        <Button asChild look="primary">
          <Link href="/home">Start a week</Link>
        </Button>
      }
    >
      When a week is collected, matched and brought to Spotify, you can watch it here.
    </Empty>
  );
}
