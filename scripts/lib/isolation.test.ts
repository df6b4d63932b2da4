import os from "node:os";
import { expect, test } from "vitest";
import { fastestFolder } from "./isolation.mjs";

test("tests write to the disk where there is no memory to write to, or too little", () => {
  expect(fastestFolder("/no/such/folder")).toBe(os.tmpdir());
  // a file system of the kernel's own: nothing fits into it
  if (process.platform === "linux") expect(fastestFolder("/proc")).toBe(os.tmpdir());
});
