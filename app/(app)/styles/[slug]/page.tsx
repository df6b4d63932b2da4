import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { CategoryList } from "@/components/styles/category-list";
import { FollowAgain } from "@/components/styles/follow-again";
import { SetUpStyle } from "@/components/styles/set-up-style";
import { Button } from "@/components/ui/button";
import { splitStyleName } from "@/lib/catalog/style-name";
import { loadCategories } from "@/lib/curation/loaders";
import { formatWeek, newestReleaseWeek } from "@/lib/curation/week";

export async function generateMetadata({ params }: PageProps<"/styles/[slug]">): Promise<Metadata> {
  const setup = await loadCategories((await params).slug);
  return { title: setup?.style.name ?? "Unknown style" };
}

export default async function StylePage({ params }: PageProps<"/styles/[slug]">) {
  const setup = await loadCategories((await params).slug);
  if (!setup) notFound();
  const { style, categories } = setup;
  const known = categories.some(({ isTrash }) => !isTrash);
  const { family, branch } = splitStyleName(style.name);
  const week = formatWeek(newestReleaseWeek(new Date()));
  return (
    <>
      <PageHeader title={family} detail={branch}>
        {style.followed && (
          <Button asChild>
            <Link href={`/curate/${style.slug}/${week}`}>Open {week}</Link>
          </Button>
        )}
      </PageHeader>
      <PageBody>
        {style.followed || known ? (
          <div className="flex max-w-5xl flex-col gap-5">
            {!style.followed && <FollowAgain styleSlug={style.slug} />}
            <div>
              <CategoryList setup={setup} />
            </div>
          </div>
        ) : (
          <SetUpStyle setup={setup} week={week} />
        )}
      </PageBody>
    </>
  );
}
