import Link from "next/link";
import { redirect } from "next/navigation";
import { DemoNote } from "@/components/shell/demo-note";
import { Mark } from "@/components/shell/mark";
import { Notice } from "@/components/ui/notice";
import { BoardPicture } from "@/components/welcome/board-picture";
import { SignInButton } from "@/components/welcome/sign-in-button";
import { signInProblem } from "@/components/welcome/sign-in-problem";
import { loadAppearance } from "@/lib/appearance/loaders";
import { getUser } from "@/lib/auth/session";

export default async function WelcomePage({ searchParams }: PageProps<"/">) {
  const [user, { demo, theme }, { error }] = await Promise.all([
    getUser(),
    loadAppearance(),
    searchParams,
  ]);
  if (user)
    redirect(typeof error === "string" ? `/settings/connections?problem=${error}` : "/home");
  return (
    <div className="mx-auto flex min-h-dvh max-w-[84rem] flex-col px-8 py-6 phone:px-5">
      <header className="flex items-center gap-2.5 text-md font-semibold tracking-tight">
        <Mark className="size-5" />
        Clouder
        {demo && <DemoNote className="ml-auto font-normal tracking-normal" />}
      </header>
      <main className="grid flex-1 items-center gap-x-14 gap-y-10 py-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,8fr)]">
        <div className="flex flex-col items-start">
          <h1 className="max-w-[22ch] text-2xl font-semibold tracking-tight text-balance">
            Sort a week of new releases with one key per track.
          </h1>
          <p className="max-w-[46ch] pt-3 pb-7 text-base text-ink-2">
            Clouder collects your styles from Beatport, finds them on Spotify, and keeps your
            playlists in step: <Stage color="bronze">Bronze</Stage> for the week,{" "}
            <Stage color="silver">Silver</Stage> for the candidates,{" "}
            <Stage color="gold">Gold</Stage> for good.
          </p>
          {typeof error === "string" && (
            <div className="w-full pb-5" role="alert">
              <Notice>{signInProblem(error)} Try again below.</Notice>
            </div>
          )}
          <SignInButton />
          <p className="max-w-[46ch] pt-5 text-xs text-ink-3">
            Stored on the machine that runs Clouder: your Spotify name, a sealed key to your
            account, your library, and what you sort. Erase it in Settings whenever you like.{" "}
            <Link href="/privacy" className="underline underline-offset-3">
              Privacy
            </Link>
          </p>
        </div>
        <BoardPicture theme={theme} />
      </main>
    </div>
  );
}

function Stage({ color, children }: { color: "bronze" | "silver" | "gold"; children: string }) {
  return (
    <span className="font-medium whitespace-nowrap text-ink">
      <span
        aria-hidden="true"
        className="mr-1.5 inline-block size-2 rounded-full"
        style={{ background: `var(--${color})` }}
      />
      {children}
    </span>
  );
}
