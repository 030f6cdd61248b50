package picture

import (
	"bytes"
	"encoding/binary"
)

// Where each format keeps its Exif (CIPA DC-008, "Exif 2.32"): a TIFF file in a part of
// its own. Each function returns it, nil where there is none.

// JPEG is a row of segments (ITU-T T.81, annex B): 0xff, a marker, and after most of
// them a length and as many bytes.
const (
	jpegScan        = 0xda // the picture itself begins
	jpegProgressive = 0xc2 // a frame in several scans
	jpegApplication = 0xe1
)

// eachSegment calls f for each segment of a JPEG before its picture, until it returns
// false.
func eachSegment(file []byte, f func(marker byte, content []byte) bool) {
	for at := 2; at+4 <= len(file) && file[at] == 0xff; {
		marker := file[at+1]
		if marker == 0xff { // fills
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(file[at+2:]))
		if marker == jpegScan || end < at+4 || end > len(file) || !f(marker, file[at+4:end]) {
			return
		}
		at = end
	}
}

// isProgressive tells whether a JPEG is in several scans.
func isProgressive(file []byte) (is bool) {
	eachSegment(file, func(marker byte, _ []byte) bool {
		is = is || marker == jpegProgressive
		return !is
	})
	return is
}

func exifOfJPEG(file []byte) (tiff []byte) {
	eachSegment(file, func(marker byte, content []byte) bool {
		if name := []byte("Exif\x00\x00"); marker == jpegApplication && bytes.HasPrefix(content, name) {
			tiff = content[len(name):]
		}
		return tiff == nil
	})
	return tiff
}

// exifOfPNG finds the chunk eXIf (PNG, third edition, 11.3.4.5): a length, a name, the
// content and a checksum.
func exifOfPNG(file []byte) []byte {
	for at := 8; at+12 <= len(file); {
		size := int64(binary.BigEndian.Uint32(file[at:]))
		if size > int64(len(file)-at-12) {
			return nil
		}
		if string(file[at+4:at+8]) == "eXIf" {
			return file[at+8 : at+8+int(size)]
		}
		at += 12 + int(size)
	}
	return nil
}

// exifOfWebP finds the chunk EXIF (RFC 9649, 2.7.1.5): a name, a length, and the content,
// filled up to an even size. Some write the name of JPEG's segment before it.
func exifOfWebP(file []byte) []byte {
	for at := 12; at+8 <= len(file); {
		size := int64(binary.LittleEndian.Uint32(file[at+4:]))
		if size > int64(len(file)-at-8) {
			return nil
		}
		if string(file[at:at+4]) == "EXIF" {
			return bytes.TrimPrefix(file[at+8:at+8+int(size)], []byte("Exif\x00\x00"))
		}
		at += 8 + int(size+size&1)
	}
	return nil
}

// orientationOf reads the tag Orientation of a TIFF's first directory (TIFF 6.0, section
// 8): from 1, upright, to 8. It is 1 where nothing says otherwise.
func orientationOf(tiff []byte) int {
	const orientation, entry = 0x0112, 12
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	directory := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(directory) < entry {
			return 1
		}
		if order.Uint16(directory) == orientation {
			if v := int(order.Uint16(directory[8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
		directory = directory[entry:]
	}
	return 1
}
