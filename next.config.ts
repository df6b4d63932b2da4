import type { NextConfig } from "next";

const buildFolder = process.env.NEXT_DIST_DIR;

const config: NextConfig = {
  typedRoutes: true,
  // A second build beside a running one. Its own tsconfig keeps Next from rewriting ours.
  distDir: buildFolder ?? ".next",
  typescript: { tsconfigPath: buildFolder ? "tsconfig.build.json" : "tsconfig.json" },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
};

export default config;
