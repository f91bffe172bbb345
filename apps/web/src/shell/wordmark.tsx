/** The name beside its mark: the curve of a femoral neck read off a scale. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-serif text-xl font-semibold">
      <svg width="22" height="24" viewBox="0 0 22 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path className="text-accent" stroke="currentColor" d="M5 23V8.500a6.500 6.500 0 1 1 12 3.300c-1.700 2.800-5 3.200-5 7V23" />
        <path d="M0 23h3M0 18h2M0 13h3M0 8h2M0 3h3" strokeWidth="1" />
      </svg>
      {"Calcar"}
    </span>
  );
}
