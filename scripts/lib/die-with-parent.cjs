// Preloaded into children: the channel closes when the supervisor is gone, however it went.
const GRACE_MS = 5000;

if (process.channel) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
