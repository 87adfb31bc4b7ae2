// Asks how a case goes while somebody looks at it; a page in the background asks nothing.
const Pause = 3000;

export function watch(dotnet) {
  const ends = new AbortController();
  const ask = () => {
    // Without a connection nobody is asked; the next time comes soon.
    if (!document.hidden) dotnet.invokeMethodAsync("RefreshAsync").catch(() => {});
  };
  const timer = setInterval(ask, Pause);
  document.addEventListener("visibilitychange", ask, { signal: ends.signal });
  return { close() { clearInterval(timer); ends.abort(); } };
}
