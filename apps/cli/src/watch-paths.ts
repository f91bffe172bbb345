import { existsSync, watch } from "node:fs";

const SETTLE_MS = 200; // an editor writes a file in several steps

/** Acts now and after every change at the paths, one act at a time, until the process is interrupted; then the last exit status. */
export function watchPaths(paths: readonly string[], act: () => Promise<number>): Promise<number> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let timer: NodeJS.Timeout | undefined;
    let acting = Promise.resolve();
    const again = () => {
      acting = acting.then(act).then((now) => {
        status = now;
      }, reject);
    };
    const watchers = paths
      .filter((path) => existsSync(path))
      .map((path) =>
        watch(path, { recursive: true }, () => {
          clearTimeout(timer);
          timer = setTimeout(again, SETTLE_MS);
        }),
      );
    process.once("SIGINT", () => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      resolve(status);
    });
    again();
  });
}
