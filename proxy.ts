import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { REQUEST_ID } from "@/lib/request-context";
import { contentSecurityPolicy } from "@/lib/security/content-security-policy";
import { createRequestLimiter } from "@/lib/security/request-limiter";

const sandboxOrigin = env.SANDBOX_URL ? new URL(env.SANDBOX_URL).origin : null;

/** Where MusicKit asks a person for their consent. */
const MUSICKIT_PAGE = "/settings/connections/apple";

/** Sign-in is open to everybody: it may not be hammered. */
const limitSignIn = createRequestLimiter({
  burst: env.SIGN_IN_REQUESTS_PER_MINUTE,
  windowMs: 60_000,
});

const clientOf = (request: NextRequest) =>
  request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "unknown";

export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (env.APP_ROLE === "worker") return new NextResponse(null, { status: 404 });
  if (pathname.startsWith("/api/auth/")) {
    const waitSeconds = limitSignIn(clientOf(request), Date.now());
    if (waitSeconds > 0) {
      return NextResponse.json(
        { code: "TOO_MANY", message: `Too many sign-in requests. Try again in ${waitSeconds} s.` },
        { status: 429, headers: { "retry-after": String(waitSeconds) } },
      );
    }
  }

  const policy = contentSecurityPolicy({
    nonce: Buffer.from(crypto.randomUUID()).toString("base64"),
    sandboxOrigin,
    development: env.NODE_ENV === "development",
    withMusicKit: pathname === MUSICKIT_PAGE && !env.APPLE_AUTHORIZE_URL,
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const requestId = crypto.randomUUID();
  headers.set(REQUEST_ID, requestId);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set(REQUEST_ID, requestId);
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  return response;
}

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|icon.svg|api/inngest|api/health|api/metrics).*)",
  ],
};
