import { expect, test } from "vitest";
import { z } from "zod";
import { component } from "./component";
import { findOperations } from "./find-operation";
import { operation } from "./operation";

const at = (method: "GET" | "POST", path: string) =>
  operation({
    id: `${method} ${path}`,
    method,
    path,
    summary: "",
    scope: null,
    answer: component(path, z.null()),
    run: async () => null,
  });
const operations = [at("GET", "/a/{id}"), at("POST", "/a/{id}"), at("GET", "/a/new")];
const found = (path: string) =>
  [...findOperations(operations, path)].map(([method, { params }]) => ({ method, params }));

test("a path leads to all its methods, with its parameters decoded", () => {
  const params = { id: "x/ö+&y" };
  const path = `/a/${encodeURIComponent(params.id)}`;
  expect(found(path)).toEqual([
    { method: "GET", params },
    { method: "POST", params },
  ]);
  expect(found("/a/%zz")).toEqual(found("/a/%25zz"));
});

test("a fixed path goes before a parameter, and any other path leads nowhere", () => {
  expect(found("/a/new")).toEqual([{ method: "GET", params: {} }]);
  for (const path of ["/", "/a", "/a/b/c", "/b/new"]) expect(found(path)).toEqual([]);
});
