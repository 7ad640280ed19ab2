import { useFrame } from '#web/ui/frame/frame.ts';

/** Takes the next task of the batch; posted to the page of the assignment. */
export function NextForm({ label }: { label: string }) {
  const { formKey } = useFrame();
  return (
    <form method="post">
      <input type="hidden" name="_key" value={`${formKey}-go`} />
      <button type="submit" className="btn btn-primary w-full" name="_intent" value="next">
        {label}
      </button>
    </form>
  );
}
