// SPDX-License-Identifier: MIT
import { defineConfig } from "vite";
import { singleFile } from "./tools/single_file";

/** One page a build: `vite build` makes the report, `vite build --mode atlas` the atlas. */
export default defineConfig(({ mode }) => {
  const isAtlas = mode === "atlas";
  return {
    plugins: [isAtlas ? singleFile("atlas.html", "atlas.html")
      : singleFile("index.html", "report.html")],
    build: {
      target: "es2021",
      assetsInlineLimit: 10_000_000,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 900,
      emptyOutDir: !isAtlas,
      rollupOptions: {
        input: isAtlas ? "atlas.html" : "index.html",
        output: { inlineDynamicImports: true },
      },
    },
  };
});
