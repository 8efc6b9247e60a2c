document.querySelector('#show-key').addEventListener('click', async () => {
  const response = await fetch('/api/user/key');
  if (response.ok) document.querySelector('#api-key').textContent = (await response.json()).key;
});
