import fc from "fast-check";
import { expect, test } from "vitest";
import { jitterGauge } from "./jitter";

test("is the spread of what was added lately", () => {
  const gauge = jitterGauge(1000);
  expect(gauge.read(0)).toBe(0);
  gauge.add(40, 0);
  expect(gauge.read(1)).toBe(0);
  gauge.add(10, 200);
  gauge.add(25, 210);
  expect(gauge.read(300)).toBe(30);
});

test("forgets what is older than its span", () => {
  const gauge = jitterGauge(1000);
  gauge.add(500, 0);
  gauge.add(20, 900);
  gauge.add(30, 950);
  expect(gauge.read(950)).toBe(480);
  expect(gauge.read(1200)).toBe(10);
  expect(gauge.read(5000)).toBe(0);
});

test("never tells less than the spread of the last seven eighths of its span", () => {
  const samples = fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 500 })), { minLength: 1 });
  fc.assert(
    fc.property(samples, (added) => {
      const gauge = jitterGauge(800);
      let now = 0;
      const seen: { at: number; ms: number }[] = [];
      for (const [pause, ms] of added) {
        now += pause;
        gauge.add(ms, now);
        seen.push({ at: now, ms });
        const late = seen.filter(({ at }) => at > now - 700).map((sample) => sample.ms);
        expect(gauge.read(now)).toBeGreaterThanOrEqual(Math.max(...late) - Math.min(...late));
      }
    }),
  );
});
