import { expect, test } from "vitest";
import { readProblem } from "./problem";

test.each([
  ['{"error":{"status":404,"message":"Resource not found"}}', "Resource not found", null],
  [
    '{"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}}',
    "Too many requests",
    "QUOTA_EXCEEDED",
  ],
  [
    '{"error":"invalid_grant","error_description":"Refresh token revoked"}',
    "Refresh token revoked",
    "invalid_grant",
  ],
  ['{"error":"invalid_client"}', "invalid_client", "invalid_client"],
  [
    '{"errors":[{"id":"1","status":"403","code":"40300","title":"Forbidden","detail":"Invalid authentication"}]}',
    "Invalid authentication",
    "40300",
  ],
  ['{"detail":"Not found."}', "Not found.", null],
  ['{"id":["Enter a number."]}', "id: Enter a number.", null],
  ["Too many requests", "Too many requests", null],
  ["<html><body>Bad gateway</body></html>", null, null],
  ["", null, null],
  ["[]", "[]", null],
])("reads %s", (text, message, reason) => {
  expect(readProblem(text)).toEqual({ message, reason });
});
