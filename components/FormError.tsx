/** What is wrong with a form as a whole, above its buttons. */
export function FormError({ error }: { readonly error: string | undefined }) {
  return error === undefined ? null : (
    <p className="error" role="alert">
      {error}
    </p>
  );
}
