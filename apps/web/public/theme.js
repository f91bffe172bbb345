// Runs before the first paint so that a kept theme never flashes; a file of its own because inline scripts are refused.
try {
  const theme = localStorage.getItem("calcar.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch (blocked) {
  document.documentElement.dataset.storage = String(blocked instanceof Error ? blocked.name : "blocked");
}
