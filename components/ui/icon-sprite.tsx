const paths = {
  voice:
    "M4.2 2.5h1.9l1.2 3-1.5 1.1c.7 1.5 1.9 2.7 3.5 3.5l1.1-1.5 3 1.2v1.9c0 .9-.7 1.6-1.6 1.5C6.9 12.8 3 9 2.6 4.1c0-.9.7-1.6 1.6-1.6z",
  chat: "M2.5 4.5a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H7.5l-3 3v-3a2 2 0 0 1-2-2z",
  email:
    "M3.5 3.5h9A1.5 1.5 0 0 1 14 5v6a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11V5a1.5 1.5 0 0 1 1.5-1.5zM2.5 4.8 8 9l5.5-4.2",
  sms: "M5.9 1.7h4.2a1.6 1.6 0 0 1 1.6 1.6v9.4a1.6 1.6 0 0 1-1.6 1.6H5.9a1.6 1.6 0 0 1-1.6-1.6V3.3a1.6 1.6 0 0 1 1.6-1.6zM7.2 11.9h1.6",
  social: "M6.3 2.5 4.9 13.5M11.1 2.5 9.7 13.5M2.8 5.8h10.8M2.4 10.2h10.8",
  in_app:
    "M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM2 6.2h12M4.3 4.6h.1M6.2 4.6h.1",
  unknown: "M5.6 6.2a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .7-1 1.5M8 12.6v.1",
  pass: "M3 8.6 6.4 12 13 4.6",
  fail: "m4 4 8 8m0-8-8 8",
  warn: "M8 2.8v6.4M8 12.8v.1",
  none: "M4 8h8",
  up: "m3.5 10 4.5-4.5 4.5 4.5",
  down: "m3.5 6 4.5 4.5L12.5 6",
  right: "M6 3.5 10.5 8 6 12.5",
  copy: "M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2",
  arrow: "M3 8h9.5M9 4.5 12.5 8 9 11.5",
  info: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.4v3.4M8 5v.1",
  preview:
    "M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM9.5 3v10",
  search: "M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM10.2 10.2l3.3 3.3",
} as const;

export type IconName = keyof typeof paths;

/** SVG symbols of all icons, rendered once per document. */
export function IconSprite() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <defs>
        {Object.entries(paths).map(([name, path]) => (
          <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
            <path d={path} />
          </symbol>
        ))}
      </defs>
    </svg>
  );
}
