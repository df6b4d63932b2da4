process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret";
process.env.TOKEN_KEY ??= Buffer.alloc(32, 7).toString("base64");
process.env.APP_URL ??= "http://127.0.0.1:3000";
process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1:1/none";
process.env.INNGEST_EVENT_KEY ??= "test-event-key";
process.env.INNGEST_SIGNING_KEY ??= `signkey-prod-${"ab".repeat(32)}`;
process.env.LOG_LEVEL ??= "silent";
process.env.MIRROR_PAUSE_S ??= "2";
