/** Words to look for, beside the other filters of a list. */
export function FilterText({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <input type="search" name={name} defaultValue={value} className="input w-64 max-w-full" />
    </label>
  );
}
