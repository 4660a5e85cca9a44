const line = { stroke: 'var(--line-2)' };

/** A request comes in and lies open. */
export function SenderArt() {
  return (
    <svg width="268" height="112" viewBox="0 0 268 112" fill="none" aria-hidden="true">
      <path d="M0 56H92" stroke="var(--accent-solid)" strokeWidth="2" strokeDasharray="3 5" />
      <rect x="92" y="36" width="40" height="40" rx="10" fill="var(--raised)" {...line} />
      <g
        transform="translate(98,42) scale(1.15)"
        stroke="var(--fg)"
        strokeWidth="2"
        strokeLinecap="round"
      >
        <circle cx="15.5" cy="4.4" r="2.1" />
        <path d="M15.5 6.6v8.1a5.1 5.1 0 0 1-10.2 0v-2.2M5.3 12.2l-2 2.4M5.3 12.2l2.3 2" />
      </g>
      <path d="M132 56H168" stroke="var(--good-solid)" strokeWidth="2" />
      <rect x="168" y="30" width="84" height="52" rx="8" fill="var(--raised)" {...line} />
      {[
        [178, 41, 26, 'key'],
        [208, 41, 34, 'str'],
        [178, 54, 18, 'key'],
        [200, 54, 22, 'num'],
        [178, 67, 30, 'key'],
        [212, 67, 28, 'str'],
      ].map(([x, y, width, tone]) => (
        <rect
          key={`${x} ${y}`}
          {...{ x, y, width }}
          height="4"
          rx="2"
          fill={`var(--syn-${tone})`}
          opacity=".55"
        />
      ))}
    </svg>
  );
}

/** One step, and where the next one goes. */
export function CanvasArt() {
  return (
    <svg width="268" height="112" viewBox="0 0 268 112" fill="none" aria-hidden="true">
      <defs>
        <pattern id="empty-dots" width="16" height="16" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1" fill="var(--line-2)" />
        </pattern>
      </defs>
      <rect width="268" height="112" fill="url(#empty-dots)" />
      <path d="M140 56h28" stroke="var(--line-field)" strokeWidth="1.5" strokeDasharray="4 4" />
      <rect x="84" y="43" width="56" height="26" rx="6" fill="var(--raised)" {...line} />
      <rect x="90" y="49" width="14" height="14" rx="4" fill="var(--accent-line)" />
      <rect x="110" y="54" width="22" height="4" rx="2" fill="var(--line-2)" />
      <rect
        x="168"
        y="43"
        width="26"
        height="26"
        rx="8"
        fill="var(--surface)"
        stroke="var(--accent-solid)"
        strokeDasharray="3 3"
      />
      <path
        d="M181 51v10M176 56h10"
        stroke="var(--accent-solid)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </svg>
  );
}
