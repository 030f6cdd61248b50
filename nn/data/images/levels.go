package images

import "image"

// AlbumOfLevels makes an album of square images, (n, side·side) levels from 0, the
// ground, to 255, each of which has a label; the classes are called by the labels, in
// the order in which they are given. Images of another side than AlbumSide are scaled.
func AlbumOfLevels(side int, levels []uint8, labels, classes []string) (*Album, error) {
	if len(classes) > MaxClasses {
		return nil, Refuse("album-classes", "limit", MaxClasses)
	}
	if len(labels) > MaxPictures {
		return nil, Refuse("album-full", "limit", MaxPictures)
	}
	var all []Class
	at := map[string]int{}     // the class of a label
	called := map[string]int{} // the class of a name: long labels may have one in common
	for _, label := range classes {
		name := CleanName(label)
		k, ok := called[name]
		if !ok {
			k = len(all)
			called[name] = k
			all = append(all, Class{Name: name})
		}
		at[label] = k
	}
	each := side * side
	for i, label := range labels {
		g := gray{side, side, levels[i*each : (i+1)*each]}
		c := &all[at[label]]
		c.Pictures = append(c.Pictures, g.cut(image.Rect(0, 0, side, side)))
	}
	return NewAlbum(all)
}
