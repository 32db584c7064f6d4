// Copies the text of the element that a button names; without script the text can be selected, and the button stays hidden.
for (const button of document.querySelectorAll('button[data-copy]')) {
  const words = button.textContent;
  let back = 0;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(from.textContent);
      button.textContent = 'Copied';
    } catch {
      // No clipboard (plain http on another machine): select it, so that one key copies it.
      getSelection().selectAllChildren(from);
      button.textContent = 'Selected: press Ctrl+C';
    }
    // Copied once more, it says so for as long: the turn back of the first time must not cut that short.
    clearTimeout(back);
    back = setTimeout(() => { button.textContent = words; }, 2000);
  });
}
