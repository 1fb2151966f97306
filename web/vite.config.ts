// SPDX-License-Identifier: MIT
import { defineConfig } from "vite";
import { singleFile } from "./tools/single_file";

export default defineConfig({
  plugins: [singleFile("report.html")],
  build: {
    target: "es2021",
    assetsInlineLimit: 10_000_000,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 900,
    rollupOptions: { output: { inlineDynamicImports: true } },
  },
});
