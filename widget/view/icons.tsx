/** Line drawings of 24 by 24, in the colour of the text around them. */
function icon(path: string) {
  return () => (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
      <path d={path} />
    </svg>
  )
}

export const TalkIcon = icon('M4 5.5h16v11H10l-4.5 4v-4H4zM8 9.5h8M8 12.8h5')
export const DownIcon = icon('M6 9.5l6 6 6-6')
export const CloseIcon = icon('M6 6l12 12M18 6L6 18')
export const SendIcon = icon('M4 12L20 4.5 15.5 20l-4-6.5zM11.5 13.5L20 4.5')
export const SmileIcon = icon(
  'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 14.2c1.8 2.6 5.2 2.6 7 0M9 9.6v.1M15 9.6v.1',
)
export const ClipIcon = icon(
  'M19.5 11.5l-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.3 4.3l-7.9 7.9a1.5 1.5 0 0 1-2.1-2.1l7-7',
)
export const SoundIcon = icon('M5 9.5v5h3l4.5 4v-13L8 9.5zM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11')
export const MuteIcon = icon('M5 9.5v5h3l4.5 4v-13L8 9.5zM16 10l4.5 4.5M20.5 10L16 14.5')
export const FileIcon = icon('M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5')
export const StarIcon = icon('M12 3.5l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z')
export const MailIcon = icon('M3.5 6h17v12.5h-17zM3.5 6.5l8.5 7 8.5-7')
