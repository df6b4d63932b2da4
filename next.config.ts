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
};

export default config;
