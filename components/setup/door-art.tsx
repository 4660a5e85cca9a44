/** A request on its way to the door, and the steps behind it that aren't there yet. */
export function DoorArt() {
  return (
    <svg
      viewBox="0 0 320 150"
      fill="none"
      aria-hidden="true"
      className="mx-auto mb-3 block w-80 max-w-full"
    >
      <defs>
        <linearGradient
          id="door-fade"
          gradientUnits="userSpaceOnUse"
          x1="10"
          y1="0"
          x2="132"
          y2="0"
        >
          <stop stopColor="var(--accent-solid)" stopOpacity="0" />
          <stop offset="1" stopColor="var(--accent-solid)" stopOpacity=".9" />
        </linearGradient>
      </defs>
      <path d="M10 75H132" stroke="url(#door-fade)" strokeWidth="2" strokeDasharray="3 5" />
      <path d="M188 75H312" stroke="var(--line-2)" strokeWidth="2" />
      <rect
        x="132"
        y="47"
        width="56"
        height="56"
        rx="14"
        fill="var(--raised)"
        stroke="var(--line-2)"
      />
      <g transform="translate(146,61)" stroke="var(--fg)" strokeWidth="2" strokeLinecap="round">
        <circle cx="18" cy="5" r="2.4" />
        <path d="M18 7.6v9.6a6.2 6.2 0 0 1-12.4 0v-3M5.6 14.2l-2.6 3M5.6 14.2l3 2.6" />
      </g>
      {[214, 278].map((x) => (
        <rect
          key={x}
          x={x}
          y="55"
          width="40"
          height="40"
          rx="10"
          fill="var(--surface)"
          stroke="var(--line-2)"
          strokeDasharray="3 4"
        />
      ))}
      <circle cx="160" cy="75" r="46" stroke="var(--accent-solid)" strokeOpacity=".22" />
      <circle cx="160" cy="75" r="64" stroke="var(--accent-solid)" strokeOpacity=".1" />
    </svg>
  );
}
