package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class DeviceTest {

	@Test
	void textOfACpuNamesItsThreadsAndOneDnn() {
		assertEquals("CPU (Xeon, 2 threads, oneDNN)", Device.cpu("Xeon", 2, "linux-x86_64-onednn", List.of()).toString());
	}

	@Test
	void textSaysThatOneDnnIsMissing() {
		assertEquals("CPU (Xeon, 1 thread, no oneDNN)", Device.cpu("Xeon", 1, "linux-x86_64-avx2", List.of()).toString());
	}

	@Test
	void textOfAGpuIsItsName() {
		assertEquals("CUDA GPU (Quadro T1000)", Device.gpu("Quadro T1000", 4, "linux-x86_64-cudnn").toString());
	}

	@Test
	void backendIsNamedAsNd4jNamesIt() {
		assertEquals("CPU", Device.cpu("Xeon", 2, "linux-x86_64-onednn", List.of()).backend());
		assertEquals("CUDA", Device.gpu("Quadro T1000", 4, "linux-x86_64-cudnn").backend());
	}

	@Test
	void notesCannotBeChanged() {
		final List<String> notes = new ArrayList<>(List.of("One."));
		final Device device = Device.cpu("Xeon", 2, "linux-x86_64", notes);
		notes.clear();
		assertEquals(List.of("One."), device.notes());
		assertThrows(UnsupportedOperationException.class, device.notes()::clear);
	}
}
