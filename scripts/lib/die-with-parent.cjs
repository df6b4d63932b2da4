// Preloaded into the supervisor's children: the channel closes when the supervisor is gone,
// however it went. What they fork in turn belongs to their process group and needs no watch.
const GRACE_MS = 5000;

if (process.channel && process.env.SUPERVISED_CHILD) {
  delete process.env.SUPERVISED_CHILD;
  process.on("disconnect", () => {
    setTimeout(() => process.kill(0, "SIGKILL"), GRACE_MS).unref();
    process.kill(0, "SIGTERM");
  });
  process.channel.unref();
}
