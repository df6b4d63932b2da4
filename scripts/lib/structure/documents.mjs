import path from "node:path";

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const CITED = /`((?:app|components|db|docs|e2e|inngest|lib|public|sandbox|scripts)\/[^\s`]*)`/g;
const OUTSIDE = /^([a-z]+:|#)/;
const PATTERN = /[*<>…]|\.\.\./;

/** `a/{b,c}.ts` → `a/b.ts`, `a/c.ts` */
function alternatives(cited) {
  const group = /\{([^}]*)\}/.exec(cited);
  if (!group) return [cited];
  return group[1].split(",").flatMap((part) => alternatives(cited.replace(group[0], part)));
}

/** Links and cited paths of a Markdown file that lead nowhere. */
export function documentProblems(file, text, exists) {
  const links = [...text.matchAll(LINK)]
    .map(([, target]) => target)
    .filter((target) => !OUTSIDE.test(target))
    .map((target) => path.posix.join(path.posix.dirname(file), target.split("#")[0]));
  const cited = [...text.matchAll(CITED)]
    .map(([, target]) => target)
    .filter((target) => !PATTERN.test(target))
    .flatMap(alternatives);
  return [...links, ...cited]
    .filter((target) => !exists(target))
    .map((target) => `names ${target}, which does not exist.`);
}
