"use client";

/** The error boundary of pages inside the frame. */
export { PageError as default } from "@/components/layout/page-error";
