import type { NextConfig } from "next";

const buildFolder = process.env.NEXT_DIST_DIR;

const config: NextConfig = {
  typedRoutes: true,
  // A second build beside a running one. Its own tsconfig keeps Next from rewriting ours.
  distDir: buildFolder ?? ".next",
  typescript: {
    tsconfigPath: buildFolder ? "tsconfig.build.json" : "tsconfig.json",
    // `npm run verify` and `npm test` check the types; a person who starts Clouder need not wait for it
    ignoreBuildErrors: true,
  },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Nobody gets a page before its title. One that streams in later is missing for 300 ms whenever
  // a page is read again while another reading of it is under way.
  htmlLimitedBots: /.*/,
};

export default config;
