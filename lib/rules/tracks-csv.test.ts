import { expect, test } from "vitest";
import { csvHead, csvLines } from "./tracks-csv";

const track = {
  recordingKey: "isrc:X",
  ...{ spotifyUri: null, title: 'Say "yes", twice', mixName: "=SUM(A1)", artists: ["A", "B"] },
  ...{ label: null, bpm: 128.5, key: "8A", lengthS: 300, releasedOn: "2026-11-20" },
};

test("a table quotes what it has to, and no cell is taken for a formula", () => {
  expect(csvHead).toBe("title,mix,artists,label,bpm,key,length_s,released,spotify,recording\r\n");
  expect(csvLines([track])).toBe(
    `"Say ""yes"", twice",'=SUM(A1),"A, B",,128.5,8A,300,2026-11-20,,isrc:X\r\n`,
  );
});
