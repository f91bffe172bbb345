import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { LocaleProvider, loadPageTexts } from "../messages/messages.tsx";

await loadPageTexts();

export { INSTRUMENTS, SOURCES, shown } from "../../testing/knowledge.ts";

/** Shows a part of a page where links work, and waits until it stands. For tests. */
export async function show(part: ReactNode): Promise<HTMLElement> {
  const router = createRouter({ routeTree: createRootRoute({ component: () => part }), history: createMemoryHistory() });
  const { container } = render(
    <LocaleProvider>
      <RouterProvider router={router as never} />
    </LocaleProvider>,
  );
  await router.load();
  return container;
}
