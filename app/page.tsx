export default function HomePage() {
  return (
    <main>
      <h1>Throughline</h1>
    </main>
  );
}
