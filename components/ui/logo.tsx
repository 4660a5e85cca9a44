/** A hook at the end of a line, and what it caught. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <circle cx="15.5" cy="4.4" r="2.1" stroke="currentColor" strokeWidth="2" />
      <path
        d="M15.5 6.6v8.1a5.1 5.1 0 0 1-10.2 0v-2.2"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path
        d="M5.3 12.2l-2 2.4M5.3 12.2l2.3 2"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <circle cx="19.6" cy="19" r="1.9" fill="var(--accent-solid)" />
    </svg>
  );
}
