import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { loadAppearance } from "@/lib/appearance/loaders";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Clouder", template: "%s · Clouder" },
  description: "Sort a week of new releases with one key per track: Bronze, Silver, Golden.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0e0d" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, rail } = await loadAppearance();
  return (
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      data-rail={rail === "auto" ? undefined : rail}
    >
      <body>{children}</body>
    </html>
  );
}
