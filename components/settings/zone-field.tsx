"use client";

import { useState } from "react";
import { TextField } from "../ui/text-field";

type ZoneFieldProps = {
  label: string;
  hint?: string;
  value: string;
  problem: string | null;
  onChange: (value: string) => void;
};

/** A time zone input with the browser's zones as suggestions. */
export function ZoneField(props: ZoneFieldProps) {
  const [zones, setZones] = useState<readonly string[]>([]);
  return (
    <div
      onFocus={() => {
        setZones(["UTC", ...Intl.supportedValuesOf("timeZone")]);
      }}
    >
      <TextField {...props} options={zones} />
    </div>
  );
}
