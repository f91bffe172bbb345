import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueries } from "./api/query-client.ts";
import "./design/design.css";
import { LocaleProvider, languageOf, startingLocale } from "./messages/messages.tsx";
import { createAppRouter } from "./router.tsx";

const queries = createQueries(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== "/sign-in" && pathname !== "/welcome") void router.navigate({ to: "/sign-in", search: { from: href } });
});
const router = createAppRouter(queries);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const language = await languageOf(startingLocale());

createRoot(root).render(
  <StrictMode>
    <LocaleProvider start={language}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LocaleProvider>
  </StrictMode>,
);
