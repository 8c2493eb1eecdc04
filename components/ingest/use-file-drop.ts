import { useEffect, useEffectEvent, useState } from "react";

/**
 * Accepts files dropped anywhere on the page, which the browser would otherwise open.
 * @param onFiles called with the files; folders are left out, and said so
 * @returns whether files are held over the page
 */
export function useFileDrop(onFiles: (files: File[], folders: number) => void): boolean {
  const [isOver, setOver] = useState(false);
  const onDragOver = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    setOver(true);
  });
  const onDragLeave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    const transfer = event.dataTransfer;
    if (transfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    setOver(false);
    const items = [...transfer.items].filter(({ kind }) => kind === "file");
    const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory === true;
    const files = items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []);
    onFiles(files, items.length - files.length);
  });
  useEffect(() => {
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
  return isOver;
}
