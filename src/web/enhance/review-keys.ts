/**
 * `[data-review-keys]`: J and K go from answer to answer (`[data-item]` boxes in a table, else
 * `[data-key="j"]` and back), X chooses, A, R and B press `[data-key]`: a button, or a fold
 * that opens. Keys that are typed into a field, or held with another, do what they always do.
 */
export {};

for (const root of document.querySelectorAll<HTMLElement>('[data-review-keys]')) {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof HTMLElement && isTypedInto(target)) return;
    if (onKey(root, key.toLowerCase())) event.preventDefault();
  });
}

function isTypedInto(at: HTMLElement): boolean {
  if (at.isContentEditable || at.matches('textarea, select')) return true;
  return at instanceof HTMLInputElement && !['radio', 'checkbox'].includes(at.type);
}

function onKey(root: HTMLElement, key: string): boolean {
  const items = [...root.querySelectorAll<HTMLInputElement>('[data-item]')];
  const at = items.indexOf(document.activeElement as HTMLInputElement);
  if (key === 'j' || key === 'k') {
    if (items.length === 0 && key === 'k') history.back();
    if (items.length === 0) return key === 'k' || press(root, key);
    const next = at === -1 ? 0 : at + (key === 'j' ? 1 : -1);
    items[Math.min(items.length - 1, Math.max(0, next))]?.focus();
    return true;
  }
  if (key === 'x' && at !== -1) {
    items[at]?.click();
    return true;
  }
  if (!['a', 'r', 'b'].includes(key)) return false;
  // The answer that has the focus is meant where none was chosen.
  if (items.length > 0 && items.every((item) => !item.checked)) items[at]?.click();
  return press(root, key);
}

function press(root: HTMLElement, key: string): boolean {
  const found = root.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (found === null) return false;
  const fold = found.closest('details');
  if (fold === null || found.tagName === 'BUTTON') {
    found.click();
    return true;
  }
  fold.open = true;
  fold.querySelector<HTMLElement>('select, input:not([type="hidden"]), textarea')?.focus();
  return true;
}
