/** A code in two groups. The gap is drawn by the stylesheet: the text, and so what is read or copied, is digits only. */
export function Digits({ code }: { readonly code: string }) {
  const middle = Math.floor(code.length / 2);
  return (
    <>
      <span className="digits">{code.slice(0, middle)}</span>
      <span className="digits">{code.slice(middle)}</span>
    </>
  );
}
