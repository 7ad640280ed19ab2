import { text } from '#web/text/catalogue.ts';
import { Icon } from './icon.tsx';

export type FileItem = { id: string; name: string; bytes: number; href: string };

/** Files to download, with their sizes. */
export function FileList({ files }: { files: readonly FileItem[] }) {
  return (
    <ul className="mt-2 divide-y divide-base-300 border-y border-base-300 text-sm">
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={file.href}
            download
            className="flex items-center gap-2.5 py-2.5 hover:bg-base-200"
          >
            <Icon name="file-text" className="text-muted" />
            <span className="lk min-w-0 break-words">{file.name}</span>
            <span className="ms-auto shrink-0 text-muted">{text.parts.bytes(file.bytes)}</span>
            <Icon name="download" className="text-muted" />
          </a>
        </li>
      ))}
    </ul>
  );
}
