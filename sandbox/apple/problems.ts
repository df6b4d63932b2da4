import { randomUUID } from "node:crypto";

interface Problem {
  status: 400 | 403 | 404 | 429;
  code: string;
  title: string;
  detail: string;
}

/** An error in Apple's words. */
const appleProblem = ({ status, ...words }: Problem) =>
  Response.json({ errors: [{ id: randomUUID(), ...words, status: String(status) }] }, { status });

/** A missing or wrong developer token: Apple says nothing more. */
export const unauthorized = () => new Response(null, { status: 401 });

export const invalidUserToken = () =>
  appleProblem({
    status: 403,
    code: "40300",
    title: "Forbidden",
    detail: "Invalid authentication",
  });

export const notFound = () =>
  appleProblem({
    status: 404,
    code: "40400",
    title: "Resource Not Found",
    detail: "Resource with requested id was not found",
  });

/** What a relation without anything in it is answered with. */
export const nothingRelated = (relation: string) =>
  appleProblem({
    status: 404,
    code: "40403",
    title: "No related resources",
    detail: `No related resources found for ${relation}`,
  });

export const invalidParameter = (detail: string) =>
  appleProblem({ status: 400, code: "40005", title: "Invalid Parameter Value", detail });
