import { expect, test } from "vitest";
import { sqlClient } from "./client";

test("an answer that breaks off after its first row leaves nothing behind for the next one", async () => {
  const connection = await sqlClient.reserve();
  const broken = connection`select 1 / (3 - n) as n from generate_series(1, 5) n`;
  await expect(broken).rejects.toThrow("division by zero");
  const [row, ...others] = await connection`select 'whole' as answer`;
  connection.release();
  expect(row).toEqual({ answer: "whole" });
  expect(others).toEqual([]);
});
