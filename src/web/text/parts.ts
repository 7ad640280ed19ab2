/** Words inside the parts of src/web/ui. */
export const parts = {
  crumbs: 'Breadcrumb',
  sortedUp: 'sorted, smallest first',
  sortedDown: 'sorted, largest first',
  sort: (column: string) => `Sort by ${column}`,
  earlier: 'Earlier',
  later: 'Later',
  pages: 'Pages',
  filter: 'Show',
  clearFilter: (name: string) => `Stop filtering by ${name}`,
  filteredBy: 'Filtered by',
  event: (seq: number | string) => `event ${seq}`,
  evidence: {
    how: 'How it is computed',
    leftOut: 'Left out',
    from: 'Where it comes from',
    rows: 'All rows, CSV',
    recompute: 'Recompute',
    close: 'Close',
  },
  download: 'Download',
  bytes: (count: number) => {
    if (count < 1_000) return `${count} bytes`;
    if (count < 1_000_000) return `${Math.round(count / 1_000)} KB`;
    return `${(count / 1_000_000).toFixed(count < 10_000_000 ? 1 : 0)} MB`;
  },
  shores: { onshore: 'Onshore', nearshore: 'Nearshore', offshore: 'Offshore' },
  until: 'until',
  copied: 'Copied',
  busy: 'Loading',
};
