import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const FIRST_LOAD = [
  { name: "vendor", test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack|react-intl|intl-messageformat|@formatjs)[\\/]/ },
  { name: "shell", test: /src[\\/](?:api|messages[\\/](?!es|en-pages)|shell|access[\\/]sign-out|design[\\/](?:page|callout|kept|theme))/ },
];

const server = process.env.CALCAR_SERVER ?? "http://127.0.0.1:4280";

export default defineConfig(({ command }) => {
  // A build started by a test would otherwise carry the development React, half as large again.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: import.meta.dirname,
    plugins: [react(), tailwindcss()],
    build: {
      outDir: "dist",
      emptyOutDir: true,
      assetsInlineLimit: 0, // a data: font or image would need a wider content security policy
      modulePreload: { polyfill: false },
      // What every page needs comes in two files: each further one costs a request and its headers.
      rolldownOptions: { output: { codeSplitting: { groups: FIRST_LOAD } } },
    },
    server: { host: "127.0.0.1", proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
  };
});
